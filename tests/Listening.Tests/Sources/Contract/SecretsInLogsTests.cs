using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Sources.Contract;

/// <summary>Whatever goes wrong with a source, its credential stands in no log line and in no state that a page shows.</summary>
public sealed class SecretsInLogsTests
{
    private static readonly string[] Struck = ["reset", "500", "a page of HTML", "broken gzip", "an empty body", "400", "401", "403 with a page of HTML"];
    private readonly MemorySources sources = new();

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public async Task No_log_line_and_no_state_has_a_credential_in_it(string connector)
    {
        var subject = Connectors.Named(connector);
        await using var stub = await StubServer.StartAsync();
        using var http = new OutgoingHttp(OutgoingRules.Read("127.0.0.1"), new() { Retries = 0 }, TimeProvider.System, (_, _) => throw new InvalidOperationException("No name is asked for here."));
        var built = subject.Build(http, TimeProvider.System);
        var source = new ConfiguredSource(Guid.NewGuid(), "subject", built.Declaration.Kind)
        {
            Every = TimeSpan.FromMinutes(2), Added = TimeProvider.System.GetUtcNow(), Values = subject.Settings(stub.Address).ToDictionary(),
        };
        sources.Sources[source.Id] = source;
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var store = new MemoryPostStore();
        var projector = new MemoryProjector(store);
        using var projecting = new ProjectingLoop(projector, projector, new(), TimeProvider.System, NullLogger<ProjectingLoop>.Instance);
        await using var commits = new CommitGroups(store);
        var opening = new SourceOpening([built], new NoSecrets(), new CurrentRegistry(new BrandRegistry([])));
        var puller = new SourcePuller(sources, sources, sources, opening, new(commits, projecting, TimeProvider.System), http.Rates, TimeProvider.System, loggers.CreateLogger<SourcePuller>());
        stub.Answer = request => subject.Answer(request, [new(1, TimeProvider.System.GetUtcNow())]);
        foreach (var fault in Struck)
        {
            stub.Fault = async (_, context, answer) =>
            {
                await Faults.All[fault](context, answer);
                return true;
            };
            sources.States.Clear();
            Assert.NotNull((await puller.PullAsync(source.Id, now: true, TestContext.Current.CancellationToken))!.Failure);
            Assert.DoesNotContain(ConnectorStub.Secret, $"{sources.States[source.Id]}", StringComparison.Ordinal);
        }

        Assert.Equal(Struck.Length, log.Text.Split("Could not pull subject").Length - 1);
        Assert.DoesNotContain(ConnectorStub.Secret, log.Text, StringComparison.Ordinal);
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
