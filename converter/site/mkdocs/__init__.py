"""The MkDocs plugin: settings, options, menus and templates, and the preview that converts what is saved."""
