package newsroom.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Letters in a row, made small. Lucene has dropped its own. */
final class LowercaseTokenizer extends Tokenizer {
    private final LetterTokenizer letters = new LetterTokenizer();
    private final CharTermAttribute theirTerm = letters.getAttribute(CharTermAttribute.class);
    private final OffsetAttribute theirPlace = letters.getAttribute(OffsetAttribute.class);
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);

    @Override
    public boolean incrementToken() throws IOException {
        if (!letters.incrementToken()) {
            return false;
        }
        clearAttributes();
        StringBuilder small = new StringBuilder();
        theirTerm.toString().codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        term.setEmpty().append(small);
        place.setOffset(theirPlace.startOffset(), theirPlace.endOffset());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        letters.setReader(input); // it corrects offsets by the filters of characters that it reads through
        letters.reset();
    }

    @Override
    public void end() throws IOException {
        super.end();
        letters.end();
        place.setOffset(theirPlace.startOffset(), theirPlace.endOffset());
    }

    @Override
    public void close() throws IOException {
        letters.close();
        super.close();
    }
}
