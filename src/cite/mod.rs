//! Citations of an article or a figure.
