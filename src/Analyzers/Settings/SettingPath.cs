namespace GeminiGen.Analyzers.Settings;

/// <summary>The names that lead to a value, outermost first. Levels deeper than any settings file has are counted and not kept.</summary>
internal sealed class SettingPath
{
    private const int MaxDepth = 64;

    private readonly List<string> _names = [];
    private int _dropped;

    /// <summary>How many levels there are.</summary>
    public int Depth => _names.Count + _dropped;

    /// <summary>The name of a level.</summary>
    public string this[int level] => level < _names.Count ? _names[level] : "";

    /// <summary>Goes one level down.</summary>
    public void Push(string name)
    {
        if (_names.Count < MaxDepth)
        {
            _names.Add(name);
        }
        else
        {
            _dropped++;
        }
    }

    /// <summary>Goes up.</summary>
    /// <param name="depth">How many levels stay.</param>
    public void PopTo(int depth)
    {
        while (Depth > Math.Max(depth, 0))
        {
            if (_dropped > 0)
            {
                _dropped--;
            }
            else
            {
                _names.RemoveAt(_names.Count - 1);
            }
        }
    }

    /// <summary>Names a level anew.</summary>
    public void Rename(int level, string name)
    {
        if (level >= 0 && level < _names.Count)
        {
            _names[level] = name;
        }
    }
}
