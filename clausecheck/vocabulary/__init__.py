"""Classes of words that rules and frames both speak in."""

from clausecheck.vocabulary.classes import Vocabulary, WordClass
from clausecheck.vocabulary.loading import load_vocabulary
from clausecheck.vocabulary.shipped import shipped, standard_vocabulary

__all__ = ["Vocabulary", "WordClass", "load_vocabulary", "shipped", "standard_vocabulary"]
