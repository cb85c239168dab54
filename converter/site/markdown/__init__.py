"""What Python-Markdown is taught: figures become anchors, tables speak, terms are explained, foreign mark-up is cleaned."""
