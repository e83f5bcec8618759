package newsroom.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Drops words that came before: in the whole text, or at the same place alone. */
final class UniqueFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final CharArraySet met = new CharArraySet(8, false);
    private final boolean placeByPlace;

    UniqueFilter(TokenStream input, boolean placeByPlace) {
        super(input);
        this.placeByPlace = placeByPlace;
    }

    @Override
    public boolean incrementToken() throws IOException {
        int skipped = 0; // what stays keeps its place
        while (input.incrementToken()) {
            if (placeByPlace && step.getPositionIncrement() > 0) {
                met.clear();
            }
            if (met.add(term.toString())) {
                step.setPositionIncrement(step.getPositionIncrement() + skipped);
                return true;
            }
            skipped += step.getPositionIncrement();
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        met.clear();
    }
}
