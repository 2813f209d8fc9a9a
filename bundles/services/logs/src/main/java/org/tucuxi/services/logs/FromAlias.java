package org.tucuxi.services.logs;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.Section;
import org.tucuxi.services.shared.ParameterAlias;

/** Programs that come from Python say {@code fromTime}, since {@code from} is a keyword there. */
@Component
@EventPattern("before-parameter-build.cloudwatch-logs.CreateExportTask")
@EventOrder(Section.FIRST)
public final class FromAlias implements EventHandler<BeforeParameterBuild, Void> {

    private static final ParameterAlias ALIAS = new ParameterAlias("from", "fromTime");

    @Override
    public Void handle(BeforeParameterBuild event) {
        ALIAS.apply(event);
        return null;
    }
}
