@org.jspecify.annotations.NullMarked
package org.paivand.registry.agency;
