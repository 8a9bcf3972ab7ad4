/**
 * What one customer is: state in parts, the rows of their history and messages, and how conditions and templates see them.
 *
 * <p>Start at {@link io.carillon.core.entity.customer.Customer}, then {@link
 * io.carillon.core.entity.customer.HistoryEntry}. {@link io.carillon.core.entity.customer.Reach} says where they can be
 * reached. Values only: nobody is told anything here.
 */
@NullMarked
package io.carillon.core.entity.customer;

import org.jspecify.annotations.NullMarked;
