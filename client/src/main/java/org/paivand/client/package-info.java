/**
 * A client of a Paivand node. {@code api} and {@code model} are generated from the contract in each build; here is what the
 * contract can't say: repeating, paging, versions, refusals. Begin with {@link org.paivand.client.Paivand}.
 */
@org.jspecify.annotations.NullMarked
package org.paivand.client;
