package newsroom.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.FingerprintFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;

/** The two documented analysers of which Lucene has the parts and not the whole. */
final class ComposedAnalyzers {
    private ComposedAnalyzers() {}

    /** Cuts where the pattern matches. */
    static Analyzer pattern(Settings settings, CharArraySet stopwords) {
        Pattern pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
        boolean lowercase = settings.getAsBoolean("lowercase", true);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = new PatternTokenizer(pattern, -1);
                TokenStream words = lowercase ? new LowerCaseFilter(tokenizer) : tokenizer;
                return new TokenStreamComponents(tokenizer, new StopFilter(words, stopwords));
            }

            @Override
            protected TokenStream normalize(String field, TokenStream input) {
                return lowercase ? new LowerCaseFilter(input) : input;
            }
        };
    }

    /** All different words of a text, folded and sorted, as one. */
    static Analyzer fingerprint(Settings settings, CharArraySet stopwords) {
        char separator = separator(settings);
        int most = settings.getAsInt("max_output_size", 255);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = new StandardTokenizer();
                TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer), false);
                TokenStream words = new StopFilter(folded, stopwords);
                return new TokenStreamComponents(tokenizer, new FingerprintFilter(words, most, separator));
            }
        };
    }

    /** The setting `separator`: one character. */
    static char separator(Settings settings) {
        String separator = settings.get("separator", " ");
        if (separator.length() > 1) {
            throw new IllegalArgumentException(
                "Setting [separator] must be a single, non-null character. [" + separator + "] was provided.");
        }
        return separator.isEmpty() ? ' ' : separator.charAt(0);
    }
}
