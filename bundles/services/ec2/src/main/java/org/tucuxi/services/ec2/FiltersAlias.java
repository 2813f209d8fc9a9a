package org.tucuxi.services.ec2;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.Section;
import org.tucuxi.services.shared.ParameterAlias;

/** Most operations name their filters {@code Filters}; those that say {@code Filter} take both. */
@Component
@EventPattern("before-parameter-build.ec2.*")
@EventOrder(Section.FIRST)
public final class FiltersAlias implements EventHandler<BeforeParameterBuild, Void> {

    private static final ParameterAlias ALIAS = new ParameterAlias("Filter", "Filters");

    @Override
    public Void handle(BeforeParameterBuild event) {
        ALIAS.apply(event);
        return null;
    }
}
