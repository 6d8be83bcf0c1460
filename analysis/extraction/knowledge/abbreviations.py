"""Abbreviations whose full stop does not end a sentence."""

from analysis.extraction.knowledge.table import word_set

# Ranks, titles, months and what else stands before a name or a number.
ABBREVIATIONS = word_set(
    """
    adm brig capt cmdr col cpl gen lt maj pfc pvt sgt vice mr mrs ms dr prof rep reps sen sens
    gov pres hon rev st jr sr messrs amb sec supt atty asst dept dist no nos jan feb mar apr jun
    jul aug sep sept oct nov dec vs etc approx est fig ca cf e.g i.e al p pp vol inc corp co ltd
    bros plc mt ft ave blvd rd u.n u.k n s ph.d m.d mln bln тыс млн млрд им г гг тис ім р рр ст
    ген полк кв
    """
)
# These end a sentence as well, where a word follows that begins one.
BEFORE_A_CAPITAL = word_set(
    """
    inc corp co ltd bros plc jr sr etc al u.n u.k ph.d m.d г гг тыс млн тис рр р
    """
)
