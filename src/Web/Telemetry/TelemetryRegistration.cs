using Listening.Telemetry;
using Listening.Web.Security;
using OpenTelemetry.Metrics;

namespace Listening.Web.Telemetry;

/// <summary>Puts the program's own telemetry into it.</summary>
public static class TelemetryRegistration
{
    // Process figures are given under Prometheus' own names; these three end in _count, which there is a histogram's.
    private static readonly string[] LeftOut = ["dotnet.assembly.count", "dotnet.process.cpu.count", "dotnet.timer.count"];

    /// <summary>Collects the program's meter, those of ASP.NET Core, the runtime and Quartz, for Prometheus.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ListeningMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Quartz")
            .AddView(instrument => LeftOut.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null)
            .AddPrometheusExporter(exporter => (exporter.ScopeInfoEnabled, exporter.TargetInfoEnabled) = (false, false)));
        return services.AddSingleton(settings).AddSingleton<StoreGauges>().AddHostedService<Gauges>().AddHostedService<SlowStatementLog>();
    }

    /// <summary>Before everything: the telemetry's own listener answers nothing but telemetry.</summary>
    public static WebApplication UseTelemetryListener(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use((context, next) =>
        {
            if (context.Features.Get<TelemetryConnection>() is null || context.Request.Path.Value is "/metrics" or "/healthz" or "/readyz") return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return app;
    }

    /// <summary>Maps <c>/metrics</c>; the engine is asked for its figures first.</summary>
    public static WebApplication MapTelemetry(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint() is not null && context.Request.Path == "/metrics")
                await context.RequestServices.GetRequiredService<StoreGauges>().RefreshAsync(context.RequestAborted);
            await next(context);
        });
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Scopes.Telemetry);
        return app;
    }
}
