/** Which services a person is to have, kept by the case's controller; what became of each is no more than a sender is told. */
@NullMarked
package org.paivand.plan;

import org.jspecify.annotations.NullMarked;
