using Listening.Classifying;
using Listening.Models.Living;
using Listening.Web.Hosting;

namespace Listening.Web.Classifying;

/// <summary>Puts corrections and learning into a server.</summary>
public static class ModelsRegistration
{
    /// <summary>The setting that says after how many new corrections of a task it is trained again.</summary>
    public const string RetrainAfter = "Models:RetrainAfter";

    /// <summary>Needs a <see cref="ModelLibrary"/> and the store in the container. Throws <see cref="SettingException"/>.</summary>
    public static IServiceCollection AddLearning(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var after = configuration[RetrainAfter] is not { Length: > 0 } text ? new RetrainOptions().After
            : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count >= 20 ? count
            : throw new SettingException(RetrainAfter, $"'{text}' is no number from 20 on. Example: 200");
        return services.AddSingleton(new RetrainOptions { After = after }).AddSingleton<LabelDesk>().AddSingleton<PastSorter>().AddSingleton<IModelRetrainer, ModelRetrainer>();
    }

    /// <summary>Maps corrections and the models' administration below <paramref name="api"/>; nothing where posts are not sorted.</summary>
    public static RouteGroupBuilder MapLearning(this RouteGroupBuilder api, IServiceProvider services) =>
        services.GetService<ModelLibrary>() is null ? api : api.MapLabels().MapModels();
}
