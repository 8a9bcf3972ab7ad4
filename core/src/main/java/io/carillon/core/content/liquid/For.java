package io.carillon.core.content.liquid;

import java.util.List;
import java.util.Map;

/** {@code for}, with {@code else} for a list without items. */
record For(int offset, LoopHead head, Body body, Body otherwise) implements Node {
    static For read(Token tag, BlockParser blocks) {
        LoopHead head = LoopHead.read(blocks.markup(tag), List.of("reversed", "limit", "offset"));
        BlockParser.Section section = blocks.section(tag, List.of("else", "endfor"));
        Body body = section.body();
        Body otherwise = Body.EMPTY;
        while (section.next().name().equals("else")) {
            section = blocks.section(tag, List.of("else", "endfor"));
            otherwise = section.body();
        }
        boolean blank = body.isBlank() && otherwise.isBlank();
        return new For(
                tag.offset(),
                head,
                blank ? body.withoutWhiteSpace() : body,
                blank ? otherwise.withoutWhiteSpace() : otherwise);
    }

    @Override
    public boolean isBlank() {
        return body.isBlank() && otherwise.isBlank();
    }

    @Override
    public Flow render(RenderContext context) {
        Items items = head.items(head.list().evaluate(context), context);
        if (items.size() == 0) return otherwise.render(context);
        Scope scope = context.scope();
        Loop loop = Loop.over(head.name(), items.size(), scope.loop());
        Map<String, Val> frame = scope.push();
        scope.pushLoop(loop);
        frame.put("forloop", new Val.Looping(loop));
        Flow flow = Flow.NEXT;
        for (long i = 0; i < items.size(); i++) {
            context.charge(1);
            loop.moveTo(i);
            frame.put(head.variable(), items.get(i));
            flow = body.render(context);
            if (flow == Flow.BREAK || flow == Flow.STOP) break;
        }
        scope.popLoop();
        scope.pop();
        return flow == Flow.STOP ? Flow.STOP : Flow.NEXT;
    }
}
