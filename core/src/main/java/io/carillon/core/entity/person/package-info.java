/**
 * What a person's entity stores and is told: its two roles, the messages to each, their stored forms, the answers.
 *
 * <p>Start at {@link io.carillon.core.entity.person.PersonMessage} and {@link
 * io.carillon.core.entity.person.CustomerMessage}. What is done with them stands in the stages above.
 */
@NullMarked
package io.carillon.core.entity.person;

import org.jspecify.annotations.NullMarked;
