using System.Net.Http.Headers;
using Listening.Access;
using Listening.Brands;
using Listening.Calendars;
using Listening.Measuring;
using Listening.Reporting;
using Listening.Storing;
using Listening.Tests.Reporting;
using Listening.Web.Dashboards;
using Listening.Web.Json;
using Listening.Web.Reporting;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web.Reporting;

/// <summary>How old a report may be is asked, and how old it is told, in HTTP's own words.</summary>
public sealed class ReportAgeTests : IReportWriter, IFactReader
{
    private readonly FakeTimeProvider time = new(Some.Instant);

    public long Revision { get; private set; } = 1;

    [Fact]
    public async Task A_kept_report_serves_who_sends_max_age_with_its_age_and_who_sends_none_gets_a_new_one()
    {
        await using var app = App();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = ServerAddress.Of(app.Services.GetRequiredService<IServer>()) };
        Assert.Equal(5, await AgeAsync(client, TimeSpan.FromMinutes(2)));
        Revision++;
        time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(95, await AgeAsync(client, TimeSpan.FromMinutes(2)));
        Assert.Equal(5, await AgeAsync(client, TimeSpan.FromMinutes(2), noCache: true));
        Revision++;
        Assert.Equal(5, await AgeAsync(client, null));
    }

    async Task<EngagementReport> IReportWriter.WriteAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        await Task.Yield();
        time.Advance(TimeSpan.FromSeconds(5));
        return SomeReport.Of(question);
    }

    IAsyncEnumerable<FactRow> IFactReader.ReadAsync(FactQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static async Task<int> AgeAsync(HttpClient client, TimeSpan? accepted, bool noCache = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/report?from=2026-01-05T00:00:00Z&to=2026-01-12T00:00:00Z");
        if (accepted is not null) request.Headers.CacheControl = new CacheControlHeaderValue { MaxAge = accepted, NoCache = noCache };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.EnsureSuccessStatusCode().Headers.Age!.Value.TotalSeconds;
    }

    private WebApplication App()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IReportWriter>(this).AddSingleton<IFactReader>(this).AddSingleton<IAnnotations, NoAnnotations>().AddSingleton<ReportReadings>()
            .AddSingleton<IMetrics, SlowMetrics>().AddSingleton<TileEvaluator>().AddSingleton<TileReadings>().AddSingleton<KeptTiles>()
            .AddSingleton(new CurrentRegistry(new BrandRegistry([]))).AddSingleton<CurrentTargets>();
        // What other addresses of the group need.
        builder.Services.AddSingleton<IAuditLog>(_ => throw new NotSupportedException()).AddSingleton<ILatePosts>(_ => throw new NotSupportedException());
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorizationBuilder().AddPolicy(Scopes.ReadInternal, policy => policy.RequireAssertion(_ => true));
        var app = builder.Build();
        app.UseAuthorization();
        app.MapGroup("/api/v1").MapReport();
        return app;
    }
}
