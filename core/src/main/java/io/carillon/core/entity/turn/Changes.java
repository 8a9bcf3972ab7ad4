package io.carillon.core.entity.turn;

import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Reads;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.customer.Reach;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.knowledge.Touched;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Compares what a customer is with what they were. */
@SuppressWarnings("ReferenceEquality") // a part that is the same object is unchanged; another costs a judgement at most
public final class Changes {
    private Changes() {}

    /**
     * What differs.
     *
     * @param happened what was added to their behaviour since
     */
    public static Touched between(Root before, Root after, Knowledge knowledge, List<Occurrence> happened) {
        var traits = new ArrayList<String>();
        var aspects = EnumSet.noneOf(Reads.Aspect.class);
        Customer was = before.customer();
        Customer is = after.customer();
        if (was.profile() != is.profile()) {
            collectChanged(was.profile().traits(), is.profile().traits(), traits);
            boolean asksZone = knowledge.segmentIndex().asks(Reads.Aspect.ZONE);
            if (asksZone && !was.profile().zone().equals(is.profile().zone())) aspects.add(Reads.Aspect.ZONE);
        }
        if (was.groups() != is.groups()) traits.add(CustomerSubject.GROUPS);
        if (was.consents() != is.consents()) aspects.add(Reads.Aspect.CONSENTS);
        if (was.runs() != is.runs()) aspects.add(Reads.Aspect.JOURNEYS);
        if (!was.splitKey().equals(is.splitKey())) aspects.add(Reads.Aspect.SPLIT);
        if (hasMoved(before, after, knowledge)) aspects.add(Reads.Aspect.ENDPOINTS);
        return new Touched(List.copyOf(happened), traits, aspects);
    }

    private static void collectChanged(
            SortedMap<String, Trait> before, SortedMap<String, Trait> after, List<String> into) {
        for (Map.Entry<String, Trait> entry : after.entrySet()) {
            Trait known = before.get(entry.getKey());
            if (known == null || !known.value().equals(entry.getValue().value())) into.add(entry.getKey());
        }
    }

    private static boolean hasMoved(Root before, Root after, Knowledge knowledge) {
        if (!knowledge.segmentIndex().asks(Reads.Aspect.ENDPOINTS)) return false;
        if (before.links() == after.links()
                && before.customer().profile() == after.customer().profile()) return false;
        for (Channel channel : knowledge.channels()) {
            if (Reach.endpoints(before, knowledge, channel).isEmpty()
                    != Reach.endpoints(after, knowledge, channel).isEmpty()) return true;
        }
        return false;
    }
}
