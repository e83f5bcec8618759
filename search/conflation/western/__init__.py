"""Conflation of Albanian, Armenian, Chechen, English, Georgian, Hungarian, Romanian: no two are near kin."""

from search.conflation.conflation import Conflation
from search.conflation.western import albanian, armenian, english, folding, georgian, hungarian, romanian
from search.conflation.western.chechen import stems as chechen

CONFLATIONS: dict[str, Conflation] = {
    "ce": Conflation(fold=folding.fold_chechen, stem=chechen.stem),
    "en": Conflation(fold=folding.fold_english, stem=english.stem),
    "hu": Conflation(fold=folding.fold_hungarian, stem=hungarian.stem),
    "hy": Conflation(fold=folding.fold_armenian, stem=armenian.stem),
    "ka": Conflation(fold=folding.fold_georgian, stem=georgian.stem),
    "ro": Conflation(fold=folding.fold_romanian, stem=romanian.stem),
    "sq": Conflation(fold=folding.fold_albanian, stem=albanian.stem),
}
