package newsroom.analysis;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.classic.ClassicFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/**
 * Every token filter by its documented name. A stock server does not look at parameters that a filter does not have,
 * so neither is that done here; what it refuses is refused in the same place.
 */
final class Filters {
    /** Makes a filter of its definition. */
    @FunctionalInterface
    interface Maker {
        TokenFilterFactory of(String name, Settings settings, IndexSettings index, Environment files) throws IOException;
    }

    private final Map<String, AnalysisProvider<TokenFilterFactory>> all = new TreeMap<>();

    private Filters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> byName() {
        Filters filters = new Filters();
        filters.addPlain();
        filters.addNormalizing();
        filters.addWithParameters();
        filters.addWithRequiredParameters();
        return filters.all;
    }

    private void addPlain() {
        plain("apostrophe", ApostropheFilter::new);
        plain("classic", ClassicFilter::new);
        plain("flatten_graph", FlattenGraphFilter::new);
        plain("kstem", KStemFilter::new);
        plain("porter_stem", PorterStemFilter::new);
        plain("remove_duplicates", RemoveDuplicatesTokenFilter::new);
        plain("reverse", ReverseStringFilter::new);
    }

    private void addNormalizing() {
        normalizing("arabic_normalization", ArabicNormalizationFilter::new);
        normalizing("bengali_normalization", BengaliNormalizationFilter::new);
        normalizing("cjk_width", CJKWidthFilter::new);
        normalizing("decimal_digit", DecimalDigitFilter::new);
        normalizing("german_normalization", GermanNormalizationFilter::new);
        normalizing("hindi_normalization", HindiNormalizationFilter::new);
        normalizing("indic_normalization", IndicNormalizationFilter::new);
        normalizing("persian_normalization", PersianNormalizationFilter::new);
        normalizing("scandinavian_folding", ScandinavianFoldingFilter::new);
        normalizing("scandinavian_normalization", ScandinavianNormalizationFilter::new);
        normalizing("serbian_normalization", SerbianNormalizationFilter::new);
        normalizing("sorani_normalization", SoraniNormalizationFilter::new);
        normalizing("trim", TrimFilter::new);
        normalizing("uppercase", UpperCaseFilter::new);
        add("lowercase", (name, settings, index, files) ->
            new Filter.Normalizing(name, settings, lowercase(settings.get("language"))));
    }

    private void addWithParameters() {
        add("asciifolding", Parameters::asciifolding);
        add("cjk_bigram", Parameters::cjkBigram);
        add("edge_ngram", Parameters::edgeNgram);
        add("fingerprint", Parameters::fingerprint);
        add("length", Parameters::length);
        add("limit", Parameters::limit);
        add("ngram", Parameters::ngram);
        add("unique", Parameters::unique);
        add("snowball", (name, settings, index, files) -> new Filter(name, settings, Stemmers.snowball(settings)));
        add("stemmer", (name, settings, index, files) -> new Filter(name, settings, Stemmers.stemmer(settings)));
        add("word_delimiter_graph", WordDelimiter::of);
        add("multiplexer", Multiplexer::new);
    }

    /** Those that cannot be used without a definition. */
    private void addWithRequiredParameters() {
        required("common_grams", WordLists::commonGrams);
        required("elision", WordLists::elision);
        required("keep", WordLists::keep);
        required("keep_types", WordLists::keepTypes);
        required("keyword_marker", WordLists::keywordMarker);
        required("stemmer_override", WordLists::stemmerOverride);
        required("pattern_capture", Parameters::patternCapture);
        required("pattern_replace", Parameters::patternReplace);
        required("truncate", Parameters::truncate);
        required("synonym", (name, settings, index, files) -> new Synonyms(name, settings, files, false));
        required("synonym_graph", (name, settings, index, files) -> new Synonyms(name, settings, files, true));
    }

    /** An unknown language is refused where an analyser uses the filter, as on a stock server. */
    private static UnaryOperator<TokenStream> lowercase(String language) {
        if (language == null) {
            return LowerCaseFilter::new;
        }
        return switch (language.toLowerCase(java.util.Locale.ROOT)) {
            case "greek" -> GreekLowerCaseFilter::new;
            case "irish" -> IrishLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            default -> input -> {
                throw new IllegalArgumentException("language [" + language + "] not support for lower case");
            };
        };
    }

    private void plain(String name, UnaryOperator<TokenStream> wrap) {
        add(name, (own, settings, index, files) -> new Filter(own, settings, wrap));
    }

    private void normalizing(String name, UnaryOperator<TokenStream> wrap) {
        add(name, (own, settings, index, files) -> new Filter.Normalizing(own, settings, wrap));
    }

    private void add(String name, Maker maker) {
        all.put(name, (index, files, own, settings) -> maker.of(own, settings, index, files));
    }

    private void required(String name, Maker maker) {
        all.put(name, AnalysisPlugin.requiresAnalysisSettings(
            (index, files, own, settings) -> maker.of(own, settings, index, files)));
    }
}
