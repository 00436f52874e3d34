using Listening.Collecting;
using Listening.Storing;

namespace Listening.Web.Reading;

/// <summary>One post as the API tells it.</summary>
/// <param name="Current">As it stands now.</param>
/// <param name="Versions">Every version as its source told it, oldest first.</param>
/// <param name="Labels">What was said of it, and why.</param>
public sealed record PostView(StoredPost Current, IReadOnlyList<Post> Versions, IReadOnlyList<LabelView> Labels);
