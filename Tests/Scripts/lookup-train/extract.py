#!/usr/bin/env python3
"""Bilingual articles as lookup entries, one JSON object a line: a quick reading for training.

    python3 extract.py FOLDER/LOCALE [--h1]

With --h1 the title is the H1's target instead of the front matter's.
"""
import html
import json
import os
import re
import sys

root, h1title = sys.argv[1].rstrip('/'), '--h1' in sys.argv
loc = os.path.basename(root)
U=re.compile(r'<span data-ttu-id="([0-9a-f]{5})-(p?\d{3,4})">(.*?)</span><span class="sxs-lookup"><span data-stu-id="[^"]*">(.*?)</span></span>',re.S)
QS=re.compile(r'“([^”]{3,200})”|"([^"\n]{3,200})"|«([^»]{3,200})»|「([^」]{2,200})」|『([^』]{2,200})』|„([^“”]{3,200})[“”]|‘([^’]{3,200})’|(?<!\w)\'([^\'\n]{3,200})\'(?!\w)')
def vis(s):
    s=re.sub(r'!\[([^\]]*)\]\([^)]*\)',r'\1',s)
    for _ in range(2): s=re.sub(r'\[([^\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)',r'\1',s)
    s=re.sub(r'</?(?:a|span|br|img|p|b|i|em|strong|u|sub|sup|div|td|tr|table|ul|li)\b[^>]*>',' ',s)
    s=re.sub(r'\*\*|__|`','',s); s=re.sub(r'(?<!\w)[*_]|[*_](?!\w)','',s)
    s=re.sub(r'\\([!-/:-@\[-`{-~])',r'\1',s)
    s=html.unescape(s); s=re.sub(r'^\s*(?:>|#+|[-*+]|\d+\.)\s+','',s)
    return re.sub(r'\s+',' ',s).strip()
def slug(s): return re.sub(r'[^a-z0-9_\- ]','',s.lower()).replace(' ','-')
out=[]
for dp,dn,fs in os.walk(root):
    for f in fs:
        if not f.endswith('.md'): continue
        p=os.path.join(dp,f); aid=os.path.relpath(p,root)[:-3]
        t=open(p,encoding='utf-8').read()
        fm,body={},t
        m=re.match(r'---\n(.*?)\n---\n',t,re.S)
        if m:
            body=t[m.end():]
            for l in m.group(1).split('\n'):
                if ': ' in l: k,v=l.split(': ',1); fm[k]=v.strip().strip('"\'')
        ps=[];title=fm.get('title');h1t=None
        for u in U.finditer(body):
            line=body[body.rfind('\n',0,u.start())+1:u.start()]
            hd=re.match(r'\s*#{1,6}\s',line)
            n=u.group(2)
            lk=None
            if body[u.start()-1:u.start()]=='[':
                mm=re.match(r'\]\(([^)\s]*)\)',body[u.end():u.end()+400])
                if mm: lk=mm.group(1)
            else:
                mm=re.match(r'^\s*\[[^\]]*\]\(([^)\s]*)\)\W*$',u.group(3))
                if mm: lk=mm.group(1)
            for side,lang in ((u.group(3),loc),(u.group(4),'en-US')):
                v=vis(side)
                if not v: continue
                an='u'+n
                if hd and h1t is None and lang==loc: h1t=v
                isH1=hd and line.lstrip().startswith('# ')
                kind='title' if (isH1 and lang=='en-US') else 'heading' if hd else 'sentence'
                ps.append([kind,v,lang,n,an,lk])
                qs=[next(x for x in g if x) for g in QS.findall(v)]
                qs+=[vis(b) for b in re.findall(r'\*\*([^*]{3,200})\*\*',side)]
                for b in qs:
                    if b and b!=v: ps.append(['quoted',b,lang,n,an])
        if h1title and h1t: title=h1t
        title=title or h1t or aid
        ps.insert(0,['title',title,loc,None,None])
        out.append(dict(id=aid,title=title,locale=loc,codes=[fm['ms.assetid']] if fm.get('ms.assetid') else [],passages=ps))
out.sort(key=lambda e:e['id'])
for e in out: print(json.dumps(e,ensure_ascii=False))
