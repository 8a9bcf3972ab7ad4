package io.carillon.core.entity.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person's address, with its two roles kept apart.
 *
 * @param identifier who owns it now
 * @param born the customers born here, by generation
 */
public record Person(IdentifierRole identifier, List<Role> born) {
    public static final Person UNBORN = new Person(IdentifierRole.FREE, List.of());

    public Person {
        born = List.copyOf(born);
    }

    public Optional<Role> role(CustomerRef customer) {
        return customer.generation() < born.size() ? Optional.of(born.get(customer.generation())) : Optional.empty();
    }

    public Person with(IdentifierRole newIdentifier) {
        return new Person(newIdentifier, born);
    }

    public Person with(CustomerRef customer, Role role) {
        var roles = new ArrayList<>(born);
        if (customer.generation() == roles.size()) roles.add(role);
        else roles.set(customer.generation(), role);
        return new Person(identifier, roles);
    }

    /**
     * A customer with a parked message waits for it: nobody knows what it would have changed. So does one of whom an
     * un-merge is under way, which ends by itself.
     */
    public Optional<Instant> wakeAt() {
        Optional<Instant> earliest = Optional.empty();
        for (Role role : born) {
            if (!(role instanceof Role.Is(var root))
                    || !root.customer().parked().isEmpty()
                    || root.customer().isParting()) continue;
            // While they are counted again their segments stay as they were; all are judged after that.
            boolean isCounting = root.customer().behaviour().counting().isPresent();
            Optional<Instant> segments =
                    isCounting ? Optional.empty() : root.customer().segments().wakeAt();
            for (var next : List.of(root.customer().runs().wakeAt(), segments)) {
                if (next.isPresent() && (earliest.isEmpty() || next.get().isBefore(earliest.get()))) earliest = next;
            }
        }
        return earliest;
    }

    /** Stored form. */
    public enum Stored implements Codec<Person> {
        PERSONS;

        private static final int VERSION = 1;

        @Override
        public void write(Person person, ByteWriter out) {
            out.u8(VERSION);
            person.identifier.write(out);
            out.list(person.born, Role::write);
        }

        @Override
        public Person read(ByteReader in) {
            in.version("person", VERSION);
            return new Person(IdentifierRole.read(in), in.list(Role::read));
        }
    }
}
