package newsroom.analysis;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Repeats each word as often as there are ways, and lets each copy go one of them. */
final class MultiplexedStream extends TokenFilter {
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final int ways;
    private int way;
    private State word;

    private MultiplexedStream(TokenStream input, int ways) {
        super(input);
        this.ways = ways;
        this.way = ways - 1;
    }

    /** The words of a stream after all ways, each different one once at its place. */
    static TokenStream of(TokenStream input, List<UnaryOperator<TokenStream>> ways) {
        MultiplexedStream copies = new MultiplexedStream(input, ways.size());
        TokenStream stream = copies;
        for (int each = 0; each < ways.size(); each++) {
            int own = each;
            stream = new ConditionalTokenFilter(stream, ways.get(each)) {
                @Override
                protected boolean shouldFilter() {
                    return copies.way == own;
                }
            };
        }
        return new RemoveDuplicatesTokenFilter(stream);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (way < ways - 1) {
            restoreState(word);
            step.setPositionIncrement(0);
            way++;
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        way = 0;
        word = captureState();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        way = ways - 1;
        word = null;
    }
}
