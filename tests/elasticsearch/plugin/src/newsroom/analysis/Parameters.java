package newsroom.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.FingerprintFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;

/** Token filters with parameters that are numbers, switches and patterns. */
final class Parameters {
    private Parameters() {}

    static TokenFilterFactory asciifolding(String name, Settings settings, IndexSettings index, Environment files) {
        boolean keeps = settings.getAsBoolean("preserve_original", false);
        UnaryOperator<TokenStream> folds = input -> new ASCIIFoldingFilter(input, false);
        if (!keeps) {
            return new Filter.Normalizing(name, settings, folds);
        }
        // Rules of synonyms have one spelling each: the folded one.
        return new AsciiFoldingThatKeeps(name, settings, new Filter(name, settings, folds));
    }

    static TokenFilterFactory cjkBigram(String name, Settings settings, IndexSettings index, Environment files) {
        Set<String> ignored = new HashSet<>(settings.getAsList("ignored_scripts"));
        boolean single = settings.getAsBoolean("output_unigrams", false);
        int flags = (ignored.contains("han") ? 0 : CJKBigramFilter.HAN)
            | (ignored.contains("hiragana") ? 0 : CJKBigramFilter.HIRAGANA)
            | (ignored.contains("katakana") ? 0 : CJKBigramFilter.KATAKANA)
            | (ignored.contains("hangul") ? 0 : CJKBigramFilter.HANGUL);
        if (!single) {
            return new Filter(name, settings, input -> new CJKBigramFilter(input, flags, false));
        }
        return new Filter.NeverBeforeSynonyms(name, settings, input -> {
            CJKBigramFilter filter = new CJKBigramFilter(input, flags, true);
            filter.addAttribute(DisableGraphAttribute.class); // one letter and two do not end at one place
            return filter;
        });
    }

    static TokenFilterFactory edgeNgram(String name, Settings settings, IndexSettings index, Environment files) {
        int least = settings.getAsInt("min_gram", 1);
        int most = settings.getAsInt("max_gram", 2);
        boolean keeps = settings.getAsBoolean("preserve_original", false);
        UnaryOperator<TokenStream> front = input -> new EdgeNGramTokenFilter(input, least, most, keeps);
        return new Filter.NeverBeforeSynonyms(name, settings, switch (settings.get("side", "front")) {
            case "front" -> front;
            case "back" -> input -> new ReverseStringFilter(front.apply(new ReverseStringFilter(input)));
            default -> throw new IllegalArgumentException("invalid side: " + settings.get("side"));
        });
    }

    static TokenFilterFactory fingerprint(String name, Settings settings, IndexSettings index, Environment files) {
        char separator = ComposedAnalyzers.separator(settings);
        int most = settings.getAsInt("max_output_size", 255);
        return new Filter.NeverBeforeSynonyms(name, settings, input -> new FingerprintFilter(input, most, separator));
    }

    static TokenFilterFactory length(String name, Settings settings, IndexSettings index, Environment files) {
        int least = settings.getAsInt("min", 0);
        int most = settings.getAsInt("max", Integer.MAX_VALUE);
        return new Filter(name, settings, input -> new LengthFilter(input, least, most));
    }

    static TokenFilterFactory limit(String name, Settings settings, IndexSettings index, Environment files) {
        int most = settings.getAsInt("max_token_count", 1);
        boolean reads = settings.getAsBoolean("consume_all_tokens", false);
        return new Filter(name, settings, input -> new LimitTokenCountFilter(input, most, reads));
    }

    static TokenFilterFactory ngram(String name, Settings settings, IndexSettings index, Environment files) {
        int least = settings.getAsInt("min_gram", 1);
        int most = settings.getAsInt("max_gram", 2);
        refuseWideNgrams(index, least, most);
        boolean keeps = settings.getAsBoolean("preserve_original", false);
        return new Filter.NeverBeforeSynonyms(name, settings, input -> new NGramTokenFilter(input, least, most, keeps));
    }

    /** Refuses a difference of lengths that the index does not allow. */
    static void refuseWideNgrams(IndexSettings index, int least, int most) {
        if (most - least > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException(
                "The difference between max_gram and min_gram in NGram Tokenizer must be less than or equal to: ["
                    + index.getMaxNgramDiff() + "] but was [" + (most - least) + "]. This limit can be set by changing the ["
                    + IndexSettings.MAX_NGRAM_DIFF_SETTING.getKey() + "] index level setting.");
        }
    }

    static TokenFilterFactory unique(String name, Settings settings, IndexSettings index, Environment files) {
        boolean placeByPlace = settings.getAsBoolean("only_on_same_position", false);
        return new Filter(name, settings, input -> new UniqueFilter(input, placeByPlace));
    }

    static TokenFilterFactory patternCapture(String name, Settings settings, IndexSettings index, Environment files) {
        List<String> patterns = settings.getAsList("patterns", null, false);
        if (patterns == null) {
            throw new IllegalArgumentException("required setting 'patterns' is missing for token filter [" + name + "]");
        }
        Pattern[] compiled = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
        boolean keeps = settings.getAsBoolean("preserve_original", true);
        return new Filter(name, settings, input -> new PatternCaptureGroupTokenFilter(input, keeps, compiled));
    }

    static TokenFilterFactory patternReplace(String name, Settings settings, IndexSettings index, Environment files) {
        String pattern = settings.get("pattern");
        if (pattern == null) {
            throw new IllegalArgumentException(
                "pattern is missing for [" + name + "] token filter of type 'pattern_replace'");
        }
        Pattern compiled = Regex.compile(pattern, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return new Filter.Normalizing(
            name, settings, input -> new PatternReplaceFilter(input, compiled, replacement, all));
    }

    static TokenFilterFactory truncate(String name, Settings settings, IndexSettings index, Environment files) {
        int length = settings.getAsInt("length", -1);
        if (length <= 0) {
            throw new IllegalArgumentException("length parameter must be provided");
        }
        return new Filter(name, settings, input -> new TruncateTokenFilter(input, length));
    }
}
