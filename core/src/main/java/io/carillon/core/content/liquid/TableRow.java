package io.carillon.core.content.liquid;

import java.util.List;
import java.util.Map;

/** {@code tablerow}: the rows and cells of an HTML table, {@code cols} cells a row. */
record TableRow(int offset, LoopHead head, Body body) implements Node {
    static TableRow read(Token tag, BlockParser blocks) {
        LoopHead head = LoopHead.read(blocks.markup(tag), List.of("cols", "limit", "offset"));
        return new TableRow(
                tag.offset(), head, blocks.section(tag, List.of("endtablerow")).body());
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Flow render(RenderContext context) {
        Val list = head.list().evaluate(context);
        if (list.isNil()) return Flow.NEXT;
        Items items = head.items(list, context);
        long columns = head.number("cols", context).map(Long::valueOf).orElse(items.size());
        Loop loop = Loop.table(items.size(), columns);
        Map<String, Val> frame = context.scope().push();
        frame.put("tablerowloop", new Val.Looping(loop));
        context.write("<tr class=\"row1\">\n");
        Flow flow = Flow.NEXT;
        for (long i = 0; i < items.size(); i++) {
            context.charge(1);
            loop.moveTo(i);
            frame.put(head.variable(), items.get(i));
            context.write("<td class=\"col" + loop.column() + "\">");
            flow = body.render(context);
            context.write("</td>");
            if (flow == Flow.BREAK || flow == Flow.STOP) break;
            if (loop.endsRow() && !loop.isLast()) context.write("</tr>\n<tr class=\"row" + (loop.row() + 1) + "\">");
        }
        context.write("</tr>\n");
        context.scope().pop();
        return flow == Flow.STOP ? Flow.STOP : Flow.NEXT;
    }
}
