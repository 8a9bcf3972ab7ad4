package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;

/** Nodes in a row: a template, or the inside of a block. */
record Body(List<Node> nodes) {
    static final Body EMPTY = new Body(List.of());

    Body {
        nodes = List.copyOf(nodes);
    }

    boolean isBlank() {
        for (Node node : nodes) if (!node.isBlank()) return false;
        return true;
    }

    Body withoutWhiteSpace() {
        List<Node> rest = new ArrayList<>();
        for (Node node : nodes) if (!(node instanceof Node.Plain && node.isBlank())) rest.add(node);
        return new Body(rest);
    }

    /** Stops at the first node that does not go on with the next. */
    Flow render(RenderContext context) {
        context.enter();
        for (Node node : nodes) {
            Flow flow = renderOne(node, context);
            if (flow != Flow.NEXT) {
                context.leave();
                return flow;
            }
        }
        context.leave();
        return Flow.NEXT;
    }

    private static Flow renderOne(Node node, RenderContext context) {
        try {
            context.charge(1);
            return node.render(context);
        } catch (Problem problem) {
            throw context.source().error(node.offset(), problem.problem());
        }
    }
}
