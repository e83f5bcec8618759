"""The permissions of legal staff, by the names that Django asks for."""

MAY_READ = "articles.view_legalnotice"
MAY_DRAFT = "articles.change_legalnotice"
MAY_APPROVE = "articles.approve_legal"
MAY_HURRY = "articles.hurry_legal"
MAY_SEE_SEALED = "articles.see_sealed"
