package newsroom.analysis;

/** Rules of the form `left => right`, in which a backslash escapes. */
final class Escapes {
    /** Both sides of a rule, without escapes and the spaces around them. */
    record Rule(String left, String right) {}

    private Escapes() {}

    static Rule rule(String text) {
        int arrow = text.lastIndexOf("=>");
        if (arrow < 0) {
            throw new IllegalArgumentException("Invalid Mapping Rule : [" + text + "]");
        }
        return new Rule(plain(text.substring(0, arrow).trim()), plain(text.substring(arrow + 2).trim()));
    }

    /** A text with `\\`, `\n`, `\t`, `\r`, `\b`, `\f` and `\}{@code uXXXX} replaced by what they stand for. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each != '\\') {
                plain.append(each);
                continue;
            }
            if (++at == text.length()) {
                throw new IllegalArgumentException("Invalid escaped char in [" + text + "]");
            }
            switch (text.charAt(at)) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    if (at + 4 >= text.length()) {
                        throw new IllegalArgumentException("Invalid escaped char in [" + text + "]");
                    }
                    plain.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }
}
