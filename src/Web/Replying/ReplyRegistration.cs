using Listening.Cases.Asking;
using Listening.Cases.Replying;
using Listening.Collecting.Replying;
using Listening.Web.Demo;
using Listening.Web.Hooking;

namespace Listening.Web.Replying;

/// <summary>Puts answering into a server.</summary>
internal static class ReplyRegistration
{
    /// <summary>Needs <c>AddCore</c>, <c>AddDesk</c>, <c>AddSources</c> and <c>AddCases</c>; with <paramref name="demo"/> simulated customers are answered too.</summary>
    public static IServiceCollection AddReplies(this IServiceCollection services, IConfiguration configuration, bool demo)
    {
        services.AddSingleton<SourceReplyChannels>();
        if (demo) services.AddSingleton<IReplyChannels, DemoReplyChannels>();
        else services.AddSingleton<IReplyChannels>(provider => provider.GetRequiredService<SourceReplyChannels>());
        return services
            .AddSingleton(ReplyApproval.Read(configuration))
            .AddSingleton<ThreadCheck>()
            .AddSingleton<ReplySender>()
            .AddSingleton<QuestionRound>()
            .AddSingleton<ReplyWriting>()
            .AddSingleton<ReplyApproving>()
            .AddSingleton<OutbreakReplying>()
            .AddSingleton<Asking>()
            .AddSingleton<ReplySending>()
            .AddHostedService(provider => provider.GetRequiredService<ReplySending>())
            .AddHostedService<CaseHookSending>();
    }
}
