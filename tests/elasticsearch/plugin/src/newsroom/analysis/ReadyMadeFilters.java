package newsroom.analysis;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.commongrams.CommonGramsFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;

/** Filters that do something else by their bare name than with an empty definition, or have no definition at all. */
final class ReadyMadeFilters {
    private ReadyMadeFilters() {}

    static List<PreConfiguredTokenFilter> all() {
        return List.of(
            PreConfiguredTokenFilter.singleton(
                "common_grams", false, false, input -> new CommonGramsFilter(input, CharArraySet.EMPTY_SET)),
            PreConfiguredTokenFilter.singleton("edge_ngram", false, false, input -> new EdgeNGramTokenFilter(input, 1)),
            PreConfiguredTokenFilter.singleton(
                "elision", true, input -> new ElisionFilter(input, FrenchAnalyzer.DEFAULT_ARTICLES)),
            PreConfiguredTokenFilter.singleton("keyword_repeat", false, false, KeywordRepeatFilter::new),
            PreConfiguredTokenFilter.singleton("shingle", false, false, ReadyMadeFilters::shingle),
            PreConfiguredTokenFilter.singleton(
                "stop", false, input -> new StopFilter(input, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)),
            PreConfiguredTokenFilter.singleton("truncate", false, input -> new TruncateTokenFilter(input, 10)));
    }

    private static TokenStream shingle(TokenStream input) {
        TokenStream shingles = new ShingleFilter(input);
        shingles.addAttribute(DisableGraphAttribute.class); // shingles of several lengths do not end at one place
        return shingles;
    }
}
