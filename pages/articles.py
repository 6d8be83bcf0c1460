"""Articles: the documents with search, order and counts; one article with its mentions and text."""

from pages.parts import article, article_list, article_table
from pages.parts.frame import open_claims_page

view, options = open_claims_page()
found = article_list.find(view, options.articles)
if found.empty:
    article_list.show_nothing_found(view, options.articles.search)
else:
    article_table.show(view, found, options.articles)
article.show(view, found, options.articles)
