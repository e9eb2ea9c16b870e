/** Confirmed agreements in MariaDB. */
@NullMarked
package org.paivand.agreement.jpa;

import org.jspecify.annotations.NullMarked;
