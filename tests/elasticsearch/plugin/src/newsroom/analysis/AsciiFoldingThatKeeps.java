package newsroom.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** `asciifolding` with `preserve_original`: both spellings of a word in a text, the folded one where there can be but one. */
final class AsciiFoldingThatKeeps extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {
    private final TokenFilterFactory folding;

    AsciiFoldingThatKeeps(String name, Settings settings, TokenFilterFactory folding) {
        super(name, settings);
        this.folding = folding;
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new ASCIIFoldingFilter(input, true);
    }

    @Override
    public TokenStream normalize(TokenStream input) {
        return folding.create(input);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        return folding;
    }
}
