//! The command line: thin commands over the library; all file access lives here and in the site builder.
