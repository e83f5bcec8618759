package newsroom.analysis;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.commongrams.CommonGramsFilter;
import org.apache.lucene.analysis.commongrams.CommonGramsQueryFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Token filters that are told of words: in a list, or in a file of the server's configuration (`…_path`). */
final class WordLists {
    private WordLists() {}

    static TokenFilterFactory commonGrams(String name, Settings settings, IndexSettings index, Environment files) {
        boolean anyCase = settings.getAsBoolean("ignore_case", false);
        boolean forQueries = settings.getAsBoolean("query_mode", false);
        CharArraySet words = Analysis.parseCommonWords(files, settings, null, anyCase);
        if (words == null) {
            throw new IllegalArgumentException(
                "missing or empty [common_words] or [common_words_path] configuration for common_grams token filter");
        }
        UnaryOperator<TokenStream> wrap = forQueries
            ? input -> new CommonGramsQueryFilter(new CommonGramsFilter(input, words))
            : input -> new CommonGramsFilter(input, words);
        return new Filter.NeverBeforeSynonyms(name, settings, wrap);
    }

    static TokenFilterFactory elision(String name, Settings settings, IndexSettings index, Environment files) {
        CharArraySet articles = Analysis.parseArticles(files, settings);
        if (articles == null) {
            throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
        }
        return new Filter.Normalizing(name, settings, input -> new ElisionFilter(input, articles));
    }

    static TokenFilterFactory keep(String name, Settings settings, IndexSettings index, Environment files) {
        if (settings.hasValue("keep_words") == settings.hasValue("keep_words_path")) {
            throw new IllegalArgumentException("keep requires either `keep_words` or `keep_words_path` to be configured");
        }
        if (settings.hasValue("enable_position_increments")) {
            throw new IllegalArgumentException(
                "enable_position_increments is not supported anymore. Please fix your analysis chain");
        }
        boolean anyCase = settings.getAsBoolean("keep_words_case", false);
        CharArraySet words = new CharArraySet(Analysis.getWordList(files, settings, "keep_words"), anyCase);
        return new Filter(name, settings, input -> new KeepWordFilter(input, words));
    }

    static TokenFilterFactory keepTypes(String name, Settings settings, IndexSettings index, Environment files) {
        List<String> types = settings.getAsList("types", null);
        if (types == null) {
            throw new IllegalArgumentException("keep_types requires `types` to be configured");
        }
        String mode = settings.get("mode", "include");
        boolean keeps = switch (mode.toLowerCase(Locale.ROOT)) {
            case "include" -> true;
            case "exclude" -> false;
            default -> throw new IllegalArgumentException(
                "`keep_types` tokenfilter mode can only be [include] or [exclude] but was [" + mode + "].");
        };
        Set<String> all = new HashSet<>(types);
        return new Filter(name, settings, input -> new TypeTokenFilter(input, all, keeps));
    }

    static TokenFilterFactory keywordMarker(String name, Settings settings, IndexSettings index, Environment files) {
        String pattern = settings.get("keywords_pattern");
        boolean anyCase = settings.getAsBoolean("ignore_case", false);
        if (pattern != null) {
            if (settings.hasValue("keywords") || settings.hasValue("keywords_path")) {
                throw new IllegalArgumentException(
                    "cannot specify both `keywords_pattern` and `keywords` or `keywords_path`");
            }
            Pattern compiled = Pattern.compile(pattern);
            return new Filter(name, settings, input -> new PatternKeywordMarkerFilter(input, compiled));
        }
        CharArraySet words = Analysis.getWordSet(files, settings, "keywords");
        if (words == null) {
            throw new IllegalArgumentException(
                "keyword filter requires either `keywords`, `keywords_path`, or `keywords_pattern` to be configured");
        }
        CharArraySet kept = new CharArraySet(words, anyCase);
        return new Filter(name, settings, input -> new SetKeywordMarkerFilter(input, kept));
    }

    static TokenFilterFactory stemmerOverride(String name, Settings settings, IndexSettings index, Environment files)
        throws IOException {
        List<String> rules = Analysis.getWordList(files, settings, "rules");
        if (rules == null) {
            throw new IllegalArgumentException("stemmer override filter requires either `rules` or `rules_path` to be configured");
        }
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
        for (String rule : rules) {
            String[] sides = rule.split("=>", -1);
            String stem = sides.length == 2 ? sides[1].trim() : "";
            if (stem.isEmpty() || stem.contains(",")) {
                throw new IllegalArgumentException("Invalid Keyword override Rule:" + rule);
            }
            for (String word : sides[0].split(",", -1)) {
                if (word.isBlank()) {
                    throw new IllegalArgumentException("Invalid Keyword override Rule:" + rule);
                }
                builder.add(word.trim(), stem);
            }
        }
        StemmerOverrideFilter.StemmerOverrideMap map = builder.build();
        return new Filter(name, settings, input -> new StemmerOverrideFilter(input, map));
    }
}
