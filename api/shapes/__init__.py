"""What goes over the wire, in forms that several routes share."""
