package org.tucuxi.services.cloudsearchdomain;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.Section;
import org.tucuxi.services.shared.ParameterAlias;

/** Programs that come from Python say {@code returnFields}, since {@code return} is a keyword there. */
@Component
@EventPattern("before-parameter-build.cloudsearch-domain.Search")
@EventOrder(Section.FIRST)
public final class ReturnAlias implements EventHandler<BeforeParameterBuild, Void> {

    private static final ParameterAlias ALIAS = new ParameterAlias("return", "returnFields");

    @Override
    public Void handle(BeforeParameterBuild event) {
        ALIAS.apply(event);
        return null;
    }
}
