package newsroom.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.path.ReversePathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Every tokenizer by its documented name; `standard` is in the server itself. */
final class Tokenizers {
    /** Makes a maker of tokenizers of a definition. */
    @FunctionalInterface
    private interface Maker {
        Supplier<Tokenizer> of(Settings settings, IndexSettings index);
    }

    private static final Map<String, Maker> MAKERS = new TreeMap<>();

    static {
        MAKERS.put("keyword", (settings, index) -> {
            int size = settings.getAsInt("buffer_size", 256);
            return () -> new KeywordTokenizer(size);
        });
        MAKERS.put("whitespace", (settings, index) -> {
            int longest = settings.getAsInt("max_token_length", StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH);
            return () -> new WhitespaceTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, longest);
        });
        MAKERS.put("letter", (settings, index) -> LetterTokenizer::new);
        MAKERS.put("lowercase", (settings, index) -> LowercaseTokenizer::new);
        MAKERS.put("pattern", (settings, index) -> {
            Pattern pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
            int group = settings.getAsInt("group", -1);
            return () -> new PatternTokenizer(pattern, group);
        });
        MAKERS.put("uax_url_email", (settings, index) -> {
            int longest = settings.getAsInt("max_token_length", StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH);
            return () -> {
                UAX29URLEmailTokenizer tokenizer = new UAX29URLEmailTokenizer();
                tokenizer.setMaxTokenLength(longest);
                return tokenizer;
            };
        });
        MAKERS.put("char_group", (settings, index) -> {
            IntPredicate cuts = CharacterClasses.cuts(settings.getAsList("tokenize_on_chars"));
            int longest = settings.getAsInt("max_token_length", CharTokenizer.DEFAULT_MAX_WORD_LEN);
            return () -> new CharTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, longest) {
                @Override
                protected boolean isTokenChar(int each) {
                    return !cuts.test(each);
                }
            };
        });
        MAKERS.put("ngram", Tokenizers::ngram);
        MAKERS.put("edge_ngram", Tokenizers::edgeNgram);
        MAKERS.put("path_hierarchy", (settings, index) -> pathHierarchy(settings));
    }

    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> byName() {
        Map<String, AnalysisProvider<TokenizerFactory>> all = new TreeMap<>();
        MAKERS.forEach((type, maker) -> all.put(type, (index, files, name, settings) ->
            TokenizerFactory.newFactory(name, maker.of(settings, index))));
        return all;
    }

    static List<PreConfiguredTokenizer> readyMade() {
        return List.of(
            PreConfiguredTokenizer.singleton("keyword", KeywordTokenizer::new),
            PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new),
            PreConfiguredTokenizer.singleton("letter", LetterTokenizer::new),
            PreConfiguredTokenizer.singleton("lowercase", LowercaseTokenizer::new),
            PreConfiguredTokenizer.singleton("pattern", () -> new PatternTokenizer(Regex.compile("\\W+", null), -1)),
            PreConfiguredTokenizer.singleton("uax_url_email", UAX29URLEmailTokenizer::new),
            PreConfiguredTokenizer.singleton("ngram", NGramTokenizer::new),
            PreConfiguredTokenizer.singleton("edge_ngram", () -> new EdgeNGramTokenizer(1, 2)),
            PreConfiguredTokenizer.singleton("path_hierarchy", PathHierarchyTokenizer::new));
    }

    private static Supplier<Tokenizer> ngram(Settings settings, IndexSettings index) {
        int least = settings.getAsInt("min_gram", 1);
        int most = settings.getAsInt("max_gram", 2);
        Parameters.refuseWideNgrams(index, least, most);
        IntPredicate kept = CharacterClasses.kept(settings);
        return () -> new NGramTokenizer(least, most) {
            @Override
            protected boolean isTokenChar(int each) {
                return kept.test(each);
            }
        };
    }

    private static Supplier<Tokenizer> edgeNgram(Settings settings, IndexSettings index) {
        int least = settings.getAsInt("min_gram", 1);
        int most = settings.getAsInt("max_gram", 2);
        IntPredicate kept = CharacterClasses.kept(settings);
        return () -> new EdgeNGramTokenizer(least, most) {
            @Override
            protected boolean isTokenChar(int each) {
                return kept.test(each);
            }
        };
    }

    private static Supplier<Tokenizer> pathHierarchy(Settings settings) {
        int size = settings.getAsInt("buffer_size", 1024);
        char delimiter = character(settings, "delimiter", '/');
        char replacement = character(settings, "replacement", delimiter);
        int skip = settings.getAsInt("skip", 0);
        return settings.getAsBoolean("reverse", false)
            ? () -> new ReversePathHierarchyTokenizer(size, delimiter, replacement, skip)
            : () -> new PathHierarchyTokenizer(size, delimiter, replacement, skip);
    }

    private static char character(Settings settings, String key, char unset) {
        String text = settings.get(key);
        if (text == null) {
            return unset;
        }
        if (text.length() != 1) {
            throw new IllegalArgumentException(key + " must be a one char value");
        }
        return text.charAt(0);
    }
}
