package io.carillon.core.entity.turn;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Subject;
import io.carillon.core.condition.Tracking;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Occurrences;
import io.carillon.core.entity.customer.Reach;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.knowledge.Touched;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerId;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentitySend;
import io.carillon.core.identity.Links;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a root customer while it is being made: what they are so far, and what follows from it. Lives no longer
 * than the step, and is seen by nobody else.
 */
public final class Turn {
    /** Most events fit. */
    private static final int ROW_BYTES = 1_000;

    private final Context<Knowledge> context;
    private final List<Effect> effects = new ArrayList<>();
    private final ByteWriter scratch = new ByteWriter(ROW_BYTES);
    private Links links;
    private Customer customer;
    private Root judged;
    private final List<Occurrence> happened = new ArrayList<>();
    private final boolean wasComplete;
    private int toldOf;
    private int appended;
    private @Nullable CustomerId id;
    private Optional<CustomerRef> meantFor = Optional.empty();

    public Turn(Root root, Context<Knowledge> context) {
        this.links = root.links();
        this.customer = root.customer();
        this.judged = root;
        this.context = context;
        this.wasComplete =
                root.customer().behaviour().isCompleteFor(context.knowledge().behaviours());
    }

    public Knowledge knowledge() {
        return context.knowledge();
    }

    public Context<Knowledge> context() {
        return context;
    }

    public Instant now() {
        return context.now();
    }

    public Links links() {
        return links;
    }

    public Customer customer() {
        return customer;
    }

    public Root root() {
        return new Root(links, customer);
    }

    /** The customer as conditions see them now. */
    public Subject subject() {
        return new CustomerSubject(root(), knowledge());
    }

    /** Where they can be reached on a channel, the best first. */
    public List<Endpoint> endpoints(Channel channel) {
        return Reach.endpoints(root(), knowledge(), channel);
    }

    /** The person's own clock. */
    public ZoneId zone() {
        return customer.profile().zone().orElse(knowledge().zone());
    }

    public CustomerRef self() {
        return links.self();
    }

    public CustomerId id() {
        if (id == null) id = knowledge().addresses().idOf(self());
        return id;
    }

    /** Whom the message of this step was said to, when that one has been absorbed. */
    public Optional<CustomerRef> meantFor() {
        return meantFor;
    }

    public void meantFor(CustomerRef absorbed) {
        meantFor = Optional.of(absorbed);
    }

    public List<Effect> effects() {
        return effects;
    }

    public void become(Links newLinks) {
        links = newLinks;
    }

    public void become(Customer newCustomer) {
        customer = newCustomer;
    }

    public void record(HistoryEntry entry) {
        Bytes row = HistoryCodec.ROWS.encode(entry, scratch);
        effects.add(new Effect.Append(row));
        Facts.tell(this, entry, row, context.historySize() + appended++);
        // An event counts in the business part of its step, which may fail and be done later; all else counts at once.
        if (!(entry instanceof HistoryEntry.Happened)) Occurrences.of(entry).ifPresent(this::observe);
    }

    /** It counts from now on. */
    public void observe(Occurrence occurrence) {
        Tracking tracking = knowledge().behaviours();
        if (!tracking.hears(occurrence.kind(), occurrence.name())) return;
        become(customer.with(customer.behaviour().observe(occurrence, tracking)));
        happened.add(occurrence);
    }

    /** Whether, when the step began, all that today's definitions ask for was counted. */
    public boolean wasComplete() {
        return wasComplete;
    }

    /** What was added to their behaviour since the step began. */
    public List<Occurrence> happenedThisStep() {
        return Collections.unmodifiableList(happened);
    }

    /** What has changed since this was last asked, or since the step began. */
    public Touched takeTouched() {
        Touched touched = Changes.between(judged, root(), knowledge(), happened.subList(toldOf, happened.size()));
        judged = root();
        toldOf = happened.size();
        return touched;
    }

    public void tell(Address address, Message message) {
        effects.add(new Effect.Send(address, message));
    }

    public void answer(ReplyTo replyTo, Reply reply) {
        if (!replyTo.equals(ReplyTo.NOBODY)) effects.add(new Effect.Answer(replyTo, reply));
    }

    public void add(Effect effect) {
        effects.add(effect);
    }

    public void tell(List<IdentitySend> sends) {
        for (IdentitySend send : sends) effects.add(effectOf(send));
    }

    public static Effect effectOf(IdentitySend send) {
        return switch (send) {
            case IdentitySend.ToIdentifier(var to, var message) ->
                new Effect.Send(to.address(), new PersonMessage.ToIdentifier(message));
            case IdentitySend.ToCustomer(var to, var message) ->
                new Effect.Send(to.address(), new PersonMessage.ToCustomer(to, new CustomerMessage.Link(message)));
        };
    }
}
