package org.paivand.registry.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.record.RegistryItem.AgencyItem;
import org.paivand.registry.record.RegistryItem.AgreementItem;
import org.paivand.registry.record.RegistryItem.LocationItem;
import org.paivand.registry.record.RegistryItem.NodeItem;
import org.paivand.registry.record.RegistryItem.ServiceItem;

/** Between the whole of a registry and its items. */
public final class RegistryItems {

    private RegistryItems() {}

    /** In an order in which each could be added after those it refers to, but for agencies that refer to each other. */
    public static List<RegistryItem> of(Contents contents) {
        List<RegistryItem> items = new ArrayList<>();
        contents.agencies().forEach(agency -> items.add(new AgencyItem(agency)));
        contents.locations().forEach(location -> items.add(new LocationItem(location)));
        contents.services().forEach(service -> items.add(new ServiceItem(service)));
        contents.nodes().forEach(node -> items.add(new NodeItem(node)));
        contents.agreements().forEach(agreement -> items.add(new AgreementItem(agreement)));
        return List.copyOf(items);
    }

    public static Contents contents(Collection<? extends RegistryItem> items) {
        return new Contents(
                only(items, AgencyItem.class, AgencyItem::agency),
                only(items, LocationItem.class, LocationItem::location),
                only(items, ServiceItem.class, ServiceItem::service),
                only(items, NodeItem.class, NodeItem::node),
                only(items, AgreementItem.class, AgreementItem::agreement));
    }

    private static <I extends RegistryItem, T> List<T> only(
            Collection<? extends RegistryItem> items, Class<I> type, Function<I, T> value) {
        Stream<I> fitting = items.stream().filter(type::isInstance).map(type::cast);
        return fitting.map(value).toList();
    }
}
