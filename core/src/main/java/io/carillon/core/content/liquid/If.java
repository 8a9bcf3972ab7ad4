package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code if} and {@code unless}, with {@code elsif} and {@code else}.
 *
 * @param negated whether the first branch is taken when its condition does not hold
 */
record If(int offset, boolean negated, List<Branch> branches, boolean isBlank) implements Node {
    record Branch(int offset, Condition condition, Body body) {}

    static If read(Token tag, BlockParser blocks) {
        String end = "end" + tag.name();
        List<Branch> branches = new ArrayList<>();
        Token opening = tag;
        while (!opening.name().equals(end)) {
            Condition condition =
                    opening.name().equals("else") ? Condition.ELSE : Condition.read(blocks.markup(opening));
            BlockParser.Section section = blocks.section(tag, List.of("elsif", "else", end));
            branches.add(new Branch(opening.offset(), condition, section.body()));
            opening = section.next();
        }
        boolean blank = branches.stream().allMatch(branch -> branch.body().isBlank());
        if (blank) {
            branches.replaceAll(branch -> new Branch(
                    branch.offset(), branch.condition(), branch.body().withoutWhiteSpace()));
        }
        return new If(tag.offset(), tag.name().equals("unless"), List.copyOf(branches), blank);
    }

    @Override
    public Flow render(RenderContext context) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            boolean taken = holds(branch, context) != (negated && i == 0);
            if (taken) return branch.body().render(context);
        }
        return Flow.NEXT;
    }

    private static boolean holds(Branch branch, RenderContext context) {
        try {
            return branch.condition().holds(context);
        } catch (Problem problem) {
            throw context.source().error(branch.offset(), problem.problem());
        }
    }
}
