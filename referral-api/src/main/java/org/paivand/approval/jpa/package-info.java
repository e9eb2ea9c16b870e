/** Approvals in MariaDB. */
@NullMarked
package org.paivand.approval.jpa;

import org.jspecify.annotations.NullMarked;
