"""How far the annotators agree, shown to who leads the project."""
