using Listening.Collecting.Following;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Measuring;
using Listening.Sources;
using Listening.Sources.Http;
using Listening.Web.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Web.Sourcing;

/// <summary>Puts the sources into a program.</summary>
public static class SourcingRegistration
{
    private const string AllowedNetworks = "Sources:AllowedNetworks";

    /// <summary>
    /// Connectors, what opens, tries and sets up sources, and what follows their streams. Needs <c>AddCore</c>, <c>AddDesk</c>, <c>AddSecrets</c> and an
    /// <c>ISourceSchedule</c>.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services, OutgoingRules rules)
    {
        // A demo knows of its simulated sources itself.
        services.TryAddSingleton<IEvenSources, EvenSources>();
        return services
            .AddConnectors(rules)
            .AddSingleton<SourceOpening>()
            .AddSingleton<SourceTrial>()
            .AddSingleton<SourceDesk>()
            .AddSingleton<IUnseenAnswers, BlindSources>()
            .AddSingleton<StreamIntake>()
            .AddSingleton<SourceStreams>()
            .AddSingleton<ConversationFollower>()
            .AddHostedService<StreamingService>();
    }

    /// <summary>Setting <c>Sources:AllowedNetworks</c>: private networks that sources may lead into, separated by <c>;</c>. Throws <see cref="SettingException"/>.</summary>
    public static OutgoingRules Rules(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        try
        {
            return OutgoingRules.Read(configuration[AllowedNetworks]);
        }
        catch (FormatException unreadable)
        {
            throw new SettingException(AllowedNetworks, unreadable.Message);
        }
    }
}
