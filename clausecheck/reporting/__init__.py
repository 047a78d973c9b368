"""Report → text: one module a format, each a pure function of its arguments."""
