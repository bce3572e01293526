"""What leaves: selection and transformation before circulation, built from allow-lists."""
