"""Articles: the documents with search, order and counts; one article; adding one; the review queue."""

from pages.parts import access, adding, article, article_list, article_table, review, review_queue
from pages.parts.frame import open_claims_page
from pages.parts.options import ADD, QUEUE

view, options = open_claims_page()
choices = options.articles
access.show(view.desk)
if choices.part == ADD:
    adding.show(view)
elif choices.part == QUEUE and choices.article:
    review.show(view, choices)
elif choices.part == QUEUE:
    review_queue.show(view, choices)
else:
    found = article_list.find(view, choices)
    if found.empty:
        article_list.show_nothing_found(view, choices.search)
    else:
        article_table.show(view, found, choices)
    article.show(view, found, choices)
