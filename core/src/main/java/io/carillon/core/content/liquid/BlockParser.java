package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;

/** Makes the tree of one source: reads pieces, and for each tag hands over to the tag's own class. */
final class BlockParser {
    private final Source source;
    private final Limits limits;
    private final List<Token> partials = new ArrayList<>();
    private Tokens tokens;
    private Token ending = Token.end(0);
    private int depth;

    BlockParser(Source source, Limits limits) {
        if (source.text().length() > limits.sourceCharsMax()) {
            throw source.error(
                    0,
                    "is " + source.text().length() + " characters long; expected at most " + limits.sourceCharsMax());
        }
        this.source = source;
        this.limits = limits;
        this.tokens = new Tokenizer(source);
    }

    /** What stands between an opening tag and the next tag that belongs to the same block. */
    record Section(Body body, Token next) {}

    Body all() {
        return new Body(nodes(List.of(), Token.end(0)));
    }

    /** The partials that were named by a literal; the token's text is the name. */
    List<Token> partials() {
        return List.copyOf(partials);
    }

    void notePartial(int offset, String name) {
        partials.add(new Token(Token.Kind.TAG, offset, "render", offset, name));
    }

    Markup markup(Token token) {
        return new Markup(source, token.from(), token.text(), limits);
    }

    TemplateException error(Token token, String problem) {
        return source.error(token.offset(), problem);
    }

    Tokens tokens() {
        return tokens;
    }

    /** Reads up to one of the tags that may end the section; the block's own end stands last among them. */
    Section section(Token opening, List<String> ends) {
        enter(opening);
        List<Node> nodes = nodes(ends, opening);
        depth--;
        return new Section(new Body(nodes), ending);
    }

    private List<Node> nodes(List<String> ends, Token opening) {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            Token token = tokens.next();
            switch (token.kind()) {
                case TEXT -> nodes.add(new Node.Plain(token.offset(), token.text()));
                case OUTPUT -> nodes.add(output(token));
                case TAG -> {
                    if (ends.contains(token.name())) {
                        ending = token;
                        return nodes;
                    }
                    tag(token, nodes, ends);
                }
                case END -> {
                    if (ends.isEmpty()) return nodes;
                    throw error(
                            opening,
                            "tag " + opening.name() + " is never closed; expected {% " + ends.getLast() + " %}");
                }
            }
        }
    }

    private Node output(Token token) {
        Markup markup = markup(token);
        Expression expression = markup.filtered();
        if (!markup.isEnd()) throw markup.expected("a filter, or the end of the output");
        return new Node.Output(token.offset(), expression);
    }

    private void tag(Token tag, List<Node> nodes, List<String> ends) {
        switch (tag.name()) {
            case "#" -> Ignored.checkComment(tag, this);
            case "comment" -> Ignored.skipComment(tag, this);
            case "doc" -> Ignored.skipDoc(tag, this);
            case "raw" -> {
                String raw = tokens.rawUntil("endraw", tag);
                if (!raw.isEmpty()) nodes.add(new Simple.Raw(tag.offset(), raw));
            }
            case "liquid" -> lines(tag, nodes);
            case "echo" -> nodes.add(output(tag));
            case "assign" -> nodes.add(Simple.Assign.read(tag, this));
            case "capture" -> nodes.add(Simple.Capture.read(tag, this));
            case "increment", "decrement" -> nodes.add(Simple.Counter.read(tag, this));
            case "cycle" -> nodes.add(Cycle.read(tag, this));
            case "ifchanged" -> nodes.add(Simple.IfChanged.read(tag, this));
            case "abort_message" -> nodes.add(Simple.Abort.read(tag, this));
            case "break" -> nodes.add(Simple.Jump.read(tag, Flow.BREAK, this));
            case "continue" -> nodes.add(Simple.Jump.read(tag, Flow.CONTINUE, this));
            case "if", "unless" -> nodes.add(If.read(tag, this));
            case "case" -> nodes.add(Case.read(tag, this));
            case "for" -> nodes.add(For.read(tag, this));
            case "tablerow" -> nodes.add(TableRow.read(tag, this));
            case "include", "render" -> nodes.add(PartialCall.read(tag, this));
            default -> throw unknown(tag, ends);
        }
    }

    private TemplateException unknown(Token tag, List<String> ends) {
        String expected = ends.isEmpty() ? "" : "; expected {% " + ends.getLast() + " %} first";
        boolean part =
                tag.name().startsWith("end") || List.of("else", "elsif", "when").contains(tag.name());
        return error(
                tag,
                part ? "unexpected tag " + tag.name() + expected : "tag " + Problem.show(tag.name()) + " is not known");
    }

    private void enter(Token opening) {
        if (++depth > limits.nestingMax()) {
            throw error(opening, "blocks are nested more than " + limits.nestingMax() + " deep");
        }
    }

    private void lines(Token liquid, List<Node> nodes) {
        enter(liquid);
        Tokens outer = tokens;
        tokens = new LineTokens(source, liquid);
        nodes.addAll(nodes(List.of(), liquid));
        tokens = outer;
        depth--;
    }
}
