"""Who stands behind a story: correspondents, services and agencies, and the sentence that names them."""
