"""Rule files → Pack."""

from clausecheck.safeguards.model import Pack, Safeguard
from clausecheck.safeguards.packs import load_pack

__all__ = ["Pack", "Safeguard", "load_pack"]
